// A new name, written where the old one stands: Enter or going on elsewhere keeps it, Escape does not.

/** `keep(title)` is called with a name that is another one. */
export function rename(row, before, keep) {
  const form = document.getElementById("row-rename").content.firstElementChild.cloneNode(true);
  const input = form.elements.title;
  const name = row.querySelector(".one-name");
  let isOver = false;
  const end = (title, { focus = true } = {}) => {
    if (isOver) return; // taking the field away is leaving it, too
    isOver = true;
    form.replaceWith(name);
    if (title && title !== before) keep(title);
    if (focus) row.querySelector(".one-more").focus();
  };
  input.value = before;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    end(input.value.trim());
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    end("");
  });
  input.addEventListener("blur", () => end(input.value.trim(), { focus: false }));
  name.replaceWith(form);
  input.focus();
  input.select();
}
