// What a screen reader should hear of without being moved there.

/** Says it once the reader has finished what it is saying. */
export function sayAloud(words) {
  const place = document.getElementById("aloud");
  place.textContent = ""; // the same words twice are news, too
  requestAnimationFrame(() => (place.textContent = words));
}
