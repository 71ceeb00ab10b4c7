// The menu behind the dots of a row: opened by click or key, led by arrows, left by Escape, and the focus goes back where it was.

export class RowMenu {
  /** `choose(row, what)` is called with what was chosen. */
  constructor(rows, { choose }) {
    this.rows = rows;
    this.choose = choose;
    this.template = document.getElementById("row-menu");
    this.button = null;
    this.describe();
    rows.addEventListener("keydown", (event) => {
      if (event.key !== " " || !event.target.matches(".one-more")) return; // Enter follows a link, and the click opens the menu
      event.preventDefault();
      this.toggle(event.target);
    });
    addEventListener("pointerdown", ({ target }) => this.button && !this.menu.contains(target) && !this.button.contains(target) && this.close());
    addEventListener("resize", () => this.close());
    addEventListener("scroll", ({ target }) => this.button && target.contains(this.button) && this.close(), true);
  }

  /** With scripts, the dots are a button that opens something. */
  describe() {
    for (const button of this.rows.querySelectorAll(".one-more:not([role])")) {
      button.setAttribute("role", "button");
      button.setAttribute("aria-haspopup", "menu");
      button.setAttribute("aria-expanded", false);
    }
  }

  toggle(button) {
    const isOpen = this.button === button;
    this.close();
    if (!isOpen) this.open(button);
  }

  open(button) {
    const row = button.closest(".one");
    this.button = button;
    this.menu = this.template.content.firstElementChild.cloneNode(true);
    const has = { pin: !row.hasAttribute("data-pinned"), archive: !row.hasAttribute("data-archived") };
    const hidden = { pin: !has.pin || !has.archive, unpin: has.pin || !has.archive, archive: !has.archive, unarchive: has.archive };
    for (const item of this.menu.querySelectorAll("[data-do]")) item.hidden = hidden[item.dataset.do] ?? false;
    for (const link of this.menu.querySelectorAll("[data-format]")) {
      link.href = `/conversations/${row.dataset.id}/export/?format=${link.dataset.format}`;
    }
    this.menu.setAttribute("aria-label", button.textContent.trim());
    this.menu.addEventListener("click", ({ target }) => this.chosen(row, target.closest("[role=menuitem]")));
    this.menu.addEventListener("keydown", (event) => this.key(event));
    this.menu.addEventListener("focusout", ({ relatedTarget }) => relatedTarget && !this.menu?.contains(relatedTarget) && this.close());
    this.rows.after(this.menu);
    this.place();
    button.setAttribute("aria-expanded", true);
    this.items[0].focus({ preventScroll: true });
  }

  /** Below the dots, above them where there is no room. */
  place() {
    const at = this.button.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.menu;
    const isBelow = at.bottom + height + 8 < innerHeight;
    const isLeft = document.documentElement.dir !== "rtl" && at.left + width + 8 > innerWidth;
    this.menu.style.top = `${Math.max(4, isBelow ? at.bottom : at.top - height)}px`;
    this.menu.style.left = `${Math.max(4, isLeft ? at.right - width : Math.min(at.left, innerWidth - width - 4))}px`;
  }

  get items() {
    return [...this.menu.querySelectorAll("[role=menuitem]")].filter((item) => !item.hidden);
  }

  chosen(row, item) {
    if (!item) return;
    const { button } = this;
    if (item.href) return setTimeout(() => this.leave()); // behind the click that the browser follows
    this.close();
    button.focus();
    this.choose(row, item.dataset.do);
  }

  key(event) {
    const { items } = this;
    const at = items.indexOf(document.activeElement);
    const goes = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
    if (goes !== undefined) items[goes % items.length].focus();
    else if (event.key === " " && items[at]?.href) items[at].click(); // of itself, a link hears only Enter
    else if (event.key === "Escape" || event.key === "Tab") this.leave();
    else return;
    if (event.key === "Tab") return; // on from the dots
    event.preventDefault();
    event.stopPropagation(); // nothing else closes with it
  }

  leave() {
    const { button } = this;
    if (!button) return;
    this.close();
    button.focus();
  }

  close() {
    if (!this.button) return;
    const { button, menu } = this;
    this.button = this.menu = null;
    button.setAttribute("aria-expanded", false);
    menu.remove();
  }
}
