// A finger that goes sideways over something.

const FAR_ENOUGH = 56; // px
const EDGE = 24; // px; from there on the finger means the browser's own way back

/** `turn(element, step)` is called with 1 for a swipe towards the start of the line, -1 for one towards its end. */
export function onSwipe(root, selector, turn) {
  let began = null;
  root.addEventListener(
    "touchstart",
    ({ target, touches }) => {
      const element = target.closest(selector);
      const [{ clientX: x, clientY: y }] = touches;
      const isOurs = element && touches.length === 1 && x > EDGE && x < innerWidth - EDGE && !scrollsSideways(target);
      began = isOurs ? { element, x, y } : null;
    },
    { passive: true },
  );
  root.addEventListener("touchcancel", () => (began = null), { passive: true });
  root.addEventListener(
    "touchend",
    ({ changedTouches: [{ clientX, clientY }] }) => {
      if (!began || !getSelection().isCollapsed) return;
      const { element, x, y } = began;
      began = null;
      const far = clientX - x;
      if (Math.abs(far) < FAR_ENOUGH || Math.abs(clientY - y) > Math.abs(far) / 2) return;
      const isRtl = getComputedStyle(element).direction === "rtl";
      turn(element, far < 0 === !isRtl ? 1 : -1);
    },
    { passive: true },
  );
}

function scrollsSideways(target) {
  const wide = target.closest("pre, table");
  return wide !== null && wide.scrollWidth > wide.clientWidth;
}
