// What a screen reader should hear of without being moved there.

/** Says it once the reader has finished what it is saying. */
export const sayAloud = (words) => say("aloud", words);

/** A finished reply, beside what else is to be said just then. */
export const readAloud = (words) => say("read-aloud", words);

function say(id, words) {
  const place = document.getElementById(id);
  place.textContent = ""; // the same words twice are news, too
  requestAnimationFrame(() => (place.textContent = words));
}
