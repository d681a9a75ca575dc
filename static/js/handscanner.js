// A hand scanner types like a keyboard, only faster, and ends with Enter.
// Its code is taken wherever the focus is; what a person types slowly is left alone.

const FASTEST_PERSON_MS = 60; // between two keys
const CODE = /^(https?:\/\/\S+\/)?[0-9a-z]{4}-?[0-9a-z]{4}-?[0-9a-z]{4}$/i;

export function handScanner(onCode, { except }) {
  let typed = "";
  let at = 0;
  let before = "";

  document.addEventListener("keydown", (event) => {
    if (event.target === except || event.ctrlKey || event.metaKey || event.altKey) return;
    const slow = event.timeStamp - at > FASTEST_PERSON_MS;
    at = event.timeStamp;
    if (slow) [typed, before] = ["", event.target.value];
    if (event.key === "Enter") {
      if (CODE.test(typed)) take(event);
      typed = "";
    } else if (event.key.length === 1) {
      typed += event.key;
    }
  }, { capture: true });

  function take(event) {
    event.preventDefault();
    event.stopPropagation();
    if (event.target.matches("input, textarea")) event.target.value = before;
    onCode(typed);
  }
}
