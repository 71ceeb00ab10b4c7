// Where one reads: at the end, which is followed, or further back, where nothing moves, whatever comes above or below.

const NEAR_END = 80; // px
const HELD_GAP = 12; // above what is held in sight
const LED_MS = 200; // after the last move of a wheel, a finger or a key it is the page's own again
const MESSAGE = ":is(.own, .reply)";
const UP = new Set(["ArrowUp", "PageUp", "Home"]);
const OPENING = 24; // letters by which a paragraph is known again

export class ReadingPlace {
  constructor(pages, list) {
    Object.assign(this, { pages, list });
    this.isAtEnd = true;
    this.top = pages.scrollTop; // as of the last time anybody looked
    this.moved = () => {}; // called after each scroll, and when something came or went
    pages.addEventListener("scroll", () => this.scrolled());
    for (const lead of ["wheel", "touchmove"]) pages.addEventListener(lead, () => this.led(), { passive: true });
    pages.addEventListener("keydown", ({ key }) => UP.has(key) && this.led());
    const sizes = new ResizeObserver(() => this.keep()); // before it is painted, so nobody sees it move
    sizes.observe(pages);
    sizes.observe(list);
  }

  /** How much stands below what is in sight, in px. */
  get left() {
    return this.pages.scrollHeight - this.pages.scrollTop - this.pages.clientHeight;
  }

  /** Whether what came last is out of sight. */
  get isAway() {
    return this.left > NEAR_END && (!this.isAtEnd || Boolean(this.inSight?.isConnected));
  }

  follow() {
    if (this.isAtEnd && !this.isLed) this.toEnd();
  }

  toEnd() {
    this.isAtEnd = true;
    const top = this.inSight?.isConnected ? this.inSight.offsetTop - this.pages.offsetTop - HELD_GAP : Infinity;
    this.scrollTo(Math.min(top, this.pages.scrollHeight));
  }

  /** Follows what comes only as far as this stays in sight, until something is said; where there is no room for it, its part. */
  holdInSight(element, part) {
    this.inSight = element.offsetHeight + HELD_GAP <= this.pages.clientHeight ? element : part;
    this.follow();
  }

  letGo() {
    this.inSight = null;
  }

  /** Nothing is followed: one reads on where one is. */
  stay() {
    this.isAtEnd = false;
    this.note();
  }

  /** A part stands where another one did, `top` px from above the window. */
  holdAt(part, top) {
    this.isAtEnd = false;
    this.scrollTo(this.pages.scrollTop + part.getBoundingClientRect().top - top);
    this.note();
  }

  show(element) {
    this.isAtEnd = false;
    this.move(() => element.scrollIntoView({ block: "center" }));
    this.note();
  }

  // --- What happens to it ---------------------------------------------------------------------------------------------
  scrolled() {
    const { scrollTop } = this.pages;
    if (scrollTop !== this.scrolledTo) this.wasScrolled(scrollTop - this.top);
    this.scrolledTo = null;
    this.moved();
  }

  /** Somebody went `by` px. What came in the same moment is told by sizes later only, and moves nothing either. */
  wasScrolled(by) {
    if (!this.isAtEnd && this.mark) {
      this.mark.top -= by;
      this.backToMark();
    }
    this.top = this.pages.scrollTop;
    const isGoingUp = by < 0 && this.left >= 1; // one who goes up, however little, is let go
    this.isAtEnd = this.left < NEAR_END && !isGoingUp;
    if (!this.isAtEnd) this.note();
  }

  /** Somebody moves the page just now: nothing pulls against them. */
  led() {
    this.isLed = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.isLed = false;
      this.follow();
    }, LED_MS);
  }

  /** Something came or went, or the window is another size. */
  keep() {
    if (this.isAtEnd) this.follow();
    else this.backToMark();
    this.moved();
  }

  scrollTo(top) {
    this.move(() => (this.pages.scrollTop = top));
  }

  /** What is scrolled here says nothing about where somebody wants to be. */
  move(scroll) {
    const before = this.pages.scrollTop;
    scroll();
    this.top = this.pages.scrollTop;
    if (this.top !== before) this.scrolledTo = this.top;
  }

  get edge() {
    return this.pages.getBoundingClientRect().top;
  }

  /** Remembers what stands at the upper edge. */
  note() {
    const { edge } = this;
    const message = this.messageAt(edge);
    const part = message && (first(message.querySelectorAll(".words > *"), edge) ?? message);
    this.mark = part && { message, part, opening: opening(part), top: part.getBoundingClientRect().top - edge };
  }

  /** The first that reaches below the edge. Pages out of sight aren't looked into: they would be laid out for it. */
  messageAt(edge) {
    for (const one of this.list.children) {
      if (one.getBoundingClientRect().bottom <= edge) continue;
      const message = one.matches(".page") ? first(one.querySelectorAll(MESSAGE), edge) : one.matches(MESSAGE) && one;
      if (message) return message;
    }
    return undefined;
  }

  backToMark() {
    const part = this.mark && this.found(this.mark);
    if (!part) return this.note();
    const moved = part.getBoundingClientRect().top - this.edge - this.mark.top;
    if (Math.abs(moved) >= 1) this.scrollTo(this.pages.scrollTop + moved);
  }

  /** It may have been built anew since: by the server's rendering, or when the page was brought up to date. */
  found({ message, part, opening: known }) {
    if (part.isConnected) return part;
    const again = message.isConnected ? message : message.dataset.id && document.getElementById(`m-${message.dataset.id}`);
    if (!again || part === message) return again;
    return [...again.querySelectorAll(".words > *")].find((one) => known && opening(one) === known);
  }
}

const first = (elements, edge) => [...elements].find((one) => one.getBoundingClientRect().bottom > edge);

/** The first letters, without what marks them up. */
function opening(part) {
  return part.textContent.slice(0, 8 * OPENING).replace(/[^\p{L}\p{N}]+/gu, "").slice(0, OPENING);
}
