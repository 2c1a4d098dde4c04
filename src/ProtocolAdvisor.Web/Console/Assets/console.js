"use strict";
// Everything works without this file; it only saves steps.
for (const button of document.querySelectorAll(".scripted")) button.hidden = false;

const copy = async (button, text) => {
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(await text());
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = label; }, 2000);
  } catch {
    button.hidden = true; // no right to the clipboard: the link beside it shows the same text
  }
};

const fetched = async path => {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.text();
};

document.addEventListener("click", event => {
  const button = event.target.closest("button");
  if (!button) return;
  if ("copyLink" in button.dataset) copy(button, () => location.origin + location.pathname + location.search);
  else if (button.dataset.copyFrom) copy(button, () => fetched(button.dataset.copyFrom));
  else if ("print" in button.dataset) window.print();
});

// A changed answer is a new question; the place on the page, and the field, are kept. Whoever leaves a field by the keyboard is in the next one a moment later,
// and may be typing there: that is waited for.
const answers = document.querySelector("form[data-answers]");
if (answers) {
  const ask = () => {
    sessionStorage.setItem("place", String(window.scrollY));
    sessionStorage.setItem("field", document.activeElement.id);
    answers.requestSubmit();
  };
  let pause;
  const askAfter = milliseconds => {
    clearTimeout(pause);
    pause = setTimeout(ask, milliseconds);
  };
  answers.addEventListener("change", () => setTimeout(() => askAfter(document.activeElement.matches("input") ? 700 : 0)));
  answers.addEventListener("input", () => { if (pause) askAfter(1000); });
  const place = sessionStorage.getItem("place");
  const field = document.getElementById(sessionStorage.getItem("field"));
  sessionStorage.removeItem("place");
  sessionStorage.removeItem("field");
  if (field) field.focus({ preventScroll: true });
  if (place) window.scrollTo(0, Number(place));
}

// Times in the reader's zone; the title keeps UTC.
const tag = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
const [day, clock] = [new Intl.DateTimeFormat(tag, { dateStyle: "long" }), new Intl.DateTimeFormat(tag, { timeStyle: "medium" })];
for (const time of document.querySelectorAll("time[data-local]")) {
  const at = new Date(time.dateTime);
  time.textContent = `${day.format(at)}, ${clock.format(at)}`;
}

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
