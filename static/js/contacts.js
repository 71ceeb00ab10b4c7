// Help lines are written for people: "116 123; text SHOUT to 85258". What is plainly a number to dial or to write to becomes a link;
// whatever is not stays the words it is, because a wrong call costs more than one that has to be typed.

const NUMBER = String.raw`\+?\d(?:[ -]?\d){1,14}`;
const NOTE = String.raw`(?: \(([^()]+)\))?`;
const CALL = new RegExp(`^(${NUMBER}(?: or ${NUMBER})*)${NOTE}$`);
const FIRST_WHO = new RegExp(`^(police|ambulance|fire) (${NUMBER})$`, "i");
const WRITE = new RegExp(`^text (?:([A-Za-z]{2,12}) to )?(${NUMBER})$`, "i");

/** Parts in their order: {how: "call" or "text", href, words, note}; `how` null for what stays words. */
export function contactParts(contact) {
  return contact
    .split(";")
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap(linkable);
}

function linkable(part) {
  let match;
  if ((match = part.match(CALL))) {
    const [, numbers, note] = match;
    const both = note?.toLowerCase() === "call or text";
    return numbers.split(" or ").flatMap((number) => (both ? [call(number), write(number)] : [call(number, note)]));
  }
  if ((match = part.match(FIRST_WHO))) return [call(match[2], match[1])];
  if ((match = part.match(WRITE))) return [write(match[2], match[1])];
  return [{ how: null, words: part }];
}

const digits = (number) => number.replace(/[ -]/g, "");
const call = (number, note = "") => ({ how: "call", href: `tel:${digits(number)}`, words: number, note });
const write = (number, word) => ({
  how: "text",
  href: `sms:${digits(number)}${word ? `?body=${encodeURIComponent(word)}` : ""}`,
  words: word ? `${word} to ${number}` : number,
  note: "",
});
