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
