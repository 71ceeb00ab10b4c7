// Which route the conversation is on: a bookmark at the top edge, or the calm band of support. One tap leaves it.

import { sayAloud } from "./aloud.js";

export class Ribbon {
  /** `leave()` is asked for by a tap; `stay` gets the focus when what was tapped goes away. */
  constructor({ leave, stay }) {
    this.ribbon = document.getElementById("ribbon");
    this.band = document.getElementById("band");
    this.sayings = document.getElementById("aloud").dataset;
    this.route = this.ribbon.dataset.route;
    this.stay = stay;
    for (const button of [this.ribbon, this.band.querySelector("button")]) button.addEventListener("click", leave);
  }

  /** As `session.state` tells it; nothing is said aloud where the route is the same. */
  show({ route, lock }) {
    const { ribbon, band } = this;
    const hadFocus = ribbon.contains(document.activeElement) || band.contains(document.activeElement);
    const word = ribbon.querySelector(".ribbon-word");
    const rest = ribbon.querySelector(".ribbon-rest");
    const remaining = lock?.route === route ? lock.remaining : 0;
    ribbon.dataset.route = route;
    word.textContent = word.dataset[route] ?? "";
    rest.textContent = (remaining === 1 ? rest.dataset.one : rest.dataset.more).replace("{n}", remaining);
    rest.hidden = !remaining;
    ribbon.hidden = !word.textContent;
    band.hidden = route !== "support";
    if (hadFocus && ribbon.hidden && band.hidden) this.stay.focus();
    if (route !== this.route) sayAloud(this.sayings[route] ?? "");
    this.route = route;
  }
}
