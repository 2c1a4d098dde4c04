"use strict";
// Everything works without this file; it only saves steps.
for (const one of document.querySelectorAll(".scripted")) one.hidden = false;
for (const one of document.querySelectorAll(".unscripted")) one.hidden = true;

// Times in the reader's zone and manner; the page has them in UTC.
const { lang } = document.documentElement;
const local = new Intl.DateTimeFormat(navigator.languages.find(x => x.startsWith(lang)) ?? lang, { dateStyle: "long", timeStyle: "medium" });
const localise = part => {
  for (const time of part.querySelectorAll("time[data-local]")) time.textContent = local.format(new Date(time.dateTime));
};
localise(document);

const copy = async (button, text) => {
  const word = button.querySelector("span") ?? button;
  const label = word.textContent;
  try {
    await navigator.clipboard.writeText(await text());
    word.textContent = button.dataset.done;
    setTimeout(() => { word.textContent = label; }, 2000);
  } catch {
    button.hidden = true; // no right to the clipboard: what it would have copied stands beside it
  }
};

const fetched = async path => {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.text();
};

// What is folded is opened where a link leads to it.
const unfold = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (const fold of [...target.querySelectorAll(":scope > details"), ...function* () { for (let x = target; x; x = x.parentElement) if (x.matches("details")) yield x; }()]) fold.open = true;
  target.scrollIntoView();
};
addEventListener("hashchange", unfold);
unfold();

document.addEventListener("click", event => {
  if (event.target.closest(`a[href="${CSS.escape(location.hash)}"]`)) unfold();
  const button = event.target.closest("button");
  if (!button) return;
  if ("copyLink" in button.dataset) copy(button, () => location.origin + button.dataset.copyLink);
  else if (button.dataset.copyFrom) copy(button, () => fetched(button.dataset.copyFrom));
  else if (button.dataset.copyField) copy(button, () => document.getElementById(button.dataset.copyField).value);
  else if (button.dataset.copy) copy(button, () => button.dataset.copy);
  else if ("print" in button.dataset) window.print();
});

// A changed answer is a new question; the place on the page, and the field, are kept. Whoever leaves a field by the keyboard is in the next one a moment later,
// and may be typing there: that is waited for.
const answers = document.querySelector("form[data-answers]");
if (answers) {
  const ask = () => {
    sessionStorage.setItem("place", String(window.scrollY));
    sessionStorage.setItem("field", document.activeElement.id);
    sessionStorage.setItem("more", String(answers.querySelector("details").open));
    answers.requestSubmit();
  };
  let pause;
  const askAfter = milliseconds => {
    clearTimeout(pause);
    pause = setTimeout(ask, milliseconds);
  };
  answers.addEventListener("change", () => setTimeout(() => askAfter(document.activeElement.matches("input:not([type=radio])") ? 700 : document.activeElement.matches("input") ? 200 : 0)));
  answers.addEventListener("input", () => { if (pause) askAfter(1000); });
  const [place, id, more] = ["place", "field", "more"].map(x => sessionStorage.getItem(x));
  if (more === "true") answers.querySelector("details").open = true;
  for (const x of ["place", "field", "more"]) sessionStorage.removeItem(x);
  const field = document.getElementById(id);
  if (field) field.focus({ preventScroll: true });
  if (place) window.scrollTo(0, Number(place));
}

// What goes on is shown as it goes; whoever opened a fold keeps it open.
const goOn = async () => {
  const part = document.querySelector("[data-live]");
  const answer = part && !document.hidden ? await fetch(location.href).catch(() => null) : null;
  if (answer?.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("main > div");
    const folds = [...part.querySelectorAll("details")].map(x => x.open);
    fresh.querySelectorAll("details").forEach((x, i) => { x.open = folds[i] ?? x.open; });
    localise(fresh);
    if ("live" in fresh.dataset) part.replaceChildren(...fresh.childNodes);
    else location.reload();
  }
  if (part) setTimeout(goOn, 3000);
};
if (document.querySelector("[data-live]")) setTimeout(goOn, 3000);

// What is known of an address stands in its field; what is missing comes before it.
for (const field of document.querySelectorAll("[data-complete][autofocus]")) field.setSelectionRange(0, 0);

// What a pasted text is understood as, as soon as the field is left or something is pasted. The text goes in a form's body: addresses stand in no address.
const form = document.querySelector("form[data-understand]");
if (form) {
  const [field, place, password] = [form.elements.address, form.querySelector("[data-understood]"), form.elements["credentials.password"]];
  let last = 0;
  const understand = async (chosen = "") => {
    const mine = ++last;
    const body = new URLSearchParams({ address: field.value, instead: chosen });
    const answer = await fetch(form.dataset.understand, { method: "POST", body, headers: { Accept: "text/html" } });
    if (!answer.ok || mine !== last) return;
    place.innerHTML = await answer.text();
    for (const error of form.querySelectorAll("#address-error")) error.remove();
    field.removeAttribute("aria-invalid");
    field.setAttribute("aria-describedby", "address-hint");
  };

  // The field is left by pressing the button below as well: what moved it away at that moment would lose the click.
  field.addEventListener("change", () => setTimeout(() => understand(), 250));
  field.addEventListener("paste", event => {
    const text = event.clipboardData.getData("text/plain");
    if (/[\r\n]/.test(text.trim())) {
      // A field has one line, and a browser would join the lines of a list without anything between them.
      event.preventDefault();
      field.setRangeText(text.trim().replace(/\s*[\r\n]+\s*/g, ", "), field.selectionStart, field.selectionEnd, "end");
    }
    setTimeout(() => understand());
  });
  place.addEventListener("click", event => {
    const offer = event.target.closest("button[name=instead]");
    if (!offer || password.value) return;
    event.preventDefault();
    field.value = offer.value;
    understand(offer.value);
    password.focus();
  });
}
