// Enter that comes while the page's modules still load is kept for them. A classic script in the head, so that no key is before it.
// Which key sends is as the composer has it; who writes on after that has not sent.

const isEarly = ({ target }) => target.id === "text" && document.getElementById("send")?.disabled; // until the composer hears

document.addEventListener("keydown", (event) => {
  if (!isEarly(event) || event.key !== "Enter" || event.shiftKey || event.isComposing || matchMedia("(pointer: coarse)").matches) return;
  event.preventDefault();
  event.target.dataset.entered = "";
});
document.addEventListener("input", (event) => isEarly(event) && delete event.target.dataset.entered);
