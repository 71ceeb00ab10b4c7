// Whether something fits into one message.

const NUMBER = new Intl.NumberFormat(document.documentElement.lang);

/** What to say of a text that is longer than a message may be; "" where it fits. */
export function tooLong(text) {
  const { limit, tooLong: words } = document.getElementById("composer").dataset;
  if (text.length <= limit) return ""; // never fewer than its code points, which are what is counted
  const length = [...text].length;
  return length > limit ? words.replace("{length}", NUMBER.format(length)).replace("{limit}", NUMBER.format(limit)) : "";
}
