// One line above the composer that says what is happening, in words.

export class StateLine {
  constructor() {
    this.line = document.getElementById("state");
    this.words = document.getElementById("state-words");
    this.button = document.getElementById("state-action");
    this.button.addEventListener("click", () => this.act?.());
  }

  /** `kind`: "" or "problem". `action`: [label, function], where there is something to do. */
  say(words = "", { kind = "", action = null } = {}) {
    this.line.className = `state ${kind}`;
    if (this.words.textContent !== words) this.words.textContent = words;
    this.button.hidden = !action;
    [this.button.textContent, this.act] = action ?? ["", null];
  }
}
