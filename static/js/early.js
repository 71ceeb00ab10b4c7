// Enter that comes while the page's modules still load is kept for them. A classic script in the head, so that no key is before it.

document.addEventListener(
  "keydown",
  (event) => {
    const { target: field, key, shiftKey, isComposing } = event;
    const isHeard = !document.getElementById("send")?.disabled; // by the composer, from when it is there
    if (field.id !== "text" || isHeard || key !== "Enter" || shiftKey || isComposing || matchMedia("(pointer: coarse)").matches) return;
    event.preventDefault();
    field.dataset.entered = "";
  },
  true,
);
