// The list of conversations: a menu for each, and what is done or told there shown at once. Without this, the same by pages.

import { send } from "./remembering.js";
import { rename } from "./renaming.js";
import { RowMenu } from "./row-menu.js";
import { wasSeen } from "./seen.js";

export class List {
  constructor() {
    this.rows = document.getElementById("list-rows");
    this.said = document.getElementById("list-said");
    this.dialog = document.getElementById("row-delete");
    this.pages = 1;
    this.forgetSeen();
    this.menu = new RowMenu(this.rows, { choose: (row, what) => this.choose(row, what) });
    this.rows.addEventListener("click", (event) => {
      const { target } = event;
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // opens another tab
      const more = target.closest(".one-more");
      const next = target.closest(".rows-more a");
      if (more) event.preventDefault(), this.menu.toggle(more);
      if (next) event.preventDefault(), this.showMore(next);
    });
  }

  row(id) {
    return this.rows.querySelector(`.one[data-id="${CSS.escape(id)}"]`);
  }

  // --- What is done here ----------------------------------------------------------------------------------------------
  async choose(row, what) {
    if (what === "rename") return this.rename(row);
    if (what === "delete") return this.ask(row);
    const told = await this.act(row, what);
    if (told) this.show(told);
  }

  rename(row) {
    const name = row.querySelector(".one-name");
    const before = name.hasAttribute("data-nameless") ? "" : titleOf(name);
    rename(row, before, async (title) => {
      const told = await this.act(row, "rename", { title });
      if (told) this.entitle(row, told.title);
    });
  }

  ask(row) {
    this.dialog.querySelector("[data-title]").textContent = titleOf(row.querySelector(".one-name"));
    this.dialog.returnValue = "";
    this.dialog.onclose = () => {
      if (this.dialog.returnValue === "delete") this.delete(row);
    };
    this.dialog.showModal();
  }

  async delete(row) {
    if ((await this.act(row, "delete", { sure: "yes" })) === undefined) return;
    if (row.querySelector("[aria-current]")) location.assign("/");
    else this.remove(row);
  }

  /** What the list shows of it by now; null where it is no more, undefined where nothing was done. */
  async act(row, what, fields = {}) {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    const { ok, said, conversation } = await send(`/conversations/${row.dataset.id}/${what}/`, body);
    this.said.textContent = said;
    this.said.classList.toggle("problem", !ok);
    return ok ? conversation : undefined;
  }

  // --- What is told: of this page, another tab, another device, or a worker ------------------------------------------------
  hear({ type, conversations = [], deleted = [] }) {
    if (type !== "list.changed") return;
    for (const one of conversations) this.show(one);
    for (const id of deleted) if (this.row(id)) this.remove(this.row(id));
  }

  show(one) {
    const row = this.row(one.id);
    if (!row) return this.isSide && !one.archived ? this.reload() : undefined;
    if (one.title && !row.querySelector(".renaming")) this.entitle(row, one.title);
    if (!one.title && this.isSide && !row.querySelector("[data-nameless]")) return this.reload(); // its words are gone
    if (!one.unread) this.seen(row);
    if (one.archived !== row.hasAttribute("data-archived")) return this.remove(row);
    const hasMoved = one.pinned !== row.hasAttribute("data-pinned");
    row.toggleAttribute("data-pinned", one.pinned);
    if (hasMoved && this.isSide) this.reload();
  }

  get isSide() {
    return "rows" in this.rows.dataset;
  }

  entitle(row, title) {
    const name = row.querySelector(".one-name");
    if (titleOf(name) === title) return;
    name.removeAttribute("data-nameless");
    const unread = name.querySelector(".unseen");
    name.replaceChildren(...(unread ? [unread] : []), title);
  }

  /** What was seen here is not new, also where a page was made before its server heard of that. */
  forgetSeen() {
    for (const row of this.rows.querySelectorAll("[data-unread]")) {
      if (wasSeen(row.dataset.id, row.dataset.newest)) this.seen(row);
    }
  }

  seen(row) {
    row.removeAttribute("data-unread");
    row.querySelector(".one-name .unseen")?.remove();
  }

  /** What comes next has the focus, if the row had it. */
  remove(row) {
    if (!row.isConnected) return; // told of it before
    const hadFocus = row.contains(document.activeElement);
    const all = [...this.rows.querySelectorAll(".one")];
    const near = all[all.indexOf(row) + 1] ?? all[all.indexOf(row) - 1];
    const group = row.closest(".rows");
    row.remove();
    if (!group.querySelector(".one")) group.remove();
    if (hadFocus) (near?.querySelector(".one-name") ?? this.rows).focus();
  }

  /** The list as the server has it now; the row that had the focus keeps it. */
  async reload() {
    const asked = new URLSearchParams({ pages: this.pages, current: this.rows.dataset.current });
    const answer = await fetch(`${this.rows.dataset.rows}?${asked}`).catch(() => null);
    if (!answer?.ok || answer.redirected || this.rows.querySelector(".renaming")) return;
    const rows = await answer.text();
    const held = document.activeElement.closest("#list-rows .one")?.dataset.id;
    const part = document.activeElement.matches(".one-more") ? ".one-more" : ".one-name";
    this.rows.innerHTML = rows;
    this.forgetSeen();
    this.menu.describe();
    if (held) this.row(held)?.querySelector(part).focus();
  }

  // --- More of it ---------------------------------------------------------------------------------------------------------
  async showMore(link) {
    const answer = await fetch(link.href).catch(() => null);
    if (!answer?.ok || answer.redirected) return location.assign(link.href);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("list-rows");
    const first = page.querySelector(".one");
    for (const row of page.querySelectorAll(".one")) if (this.row(row.dataset.id)) row.remove(); // it moved meanwhile
    link.parentElement.remove();
    for (const part of page.children) this.append(part);
    this.pages += 1;
    this.forgetSeen();
    this.menu.describe();
    (this.row(first?.dataset.id ?? "")?.querySelector(".one-name") ?? this.rows).focus();
  }

  append(part) {
    const last = this.rows.querySelector(".rows:last-of-type");
    const copy = document.importNode(part, true);
    if (copy.matches(".rows") && !copy.querySelector(".one")) return;
    if (last && copy.dataset.heading === last.dataset.heading) last.querySelector("ul").append(...copy.querySelectorAll(".one"));
    else this.rows.append(copy);
  }
}

function titleOf(name) {
  const copy = name.cloneNode(true);
  copy.querySelector(".unseen")?.remove();
  return copy.textContent.trim();
}
