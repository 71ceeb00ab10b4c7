// The text of one reply as far as it is held here. Offsets count code points, as the contract says; JavaScript counts otherwise.

export class HeldText {
  constructor() {
    this.text = "";
    this.length = 0; // in code points
  }

  /** What of a delta is new; null when text before it is missing. */
  take(offset, text) {
    if (offset > this.length) return null;
    const points = [...text];
    const fresh = points.slice(this.length - offset);
    this.length += fresh.length;
    const added = fresh.join("");
    this.text += added;
    return added;
  }

  /** Cuts to this many code points; true when something was cut. */
  cutTo(length) {
    if (length >= this.length) return false;
    this.text = [...this.text].slice(0, length).join("");
    this.length = length;
    return true;
  }
}
