// How long something takes, in words that stay true for a while.

import { filled, gettext, ngettext } from "./words.js";

/** "in 4 seconds", "in about 40 seconds", "in about 2 minutes". */
export function inWords(seconds) {
  const whole = Math.max(1, Math.ceil(seconds));
  if (whole <= 10) return filled(ngettext("in a second", "in {n} seconds", whole), { n: whole });
  if (whole <= 60) return filled(gettext("in about {n} seconds"), { n: Math.ceil(whole / 10) * 10 });
  const minutes = Math.ceil(whole / 60);
  if (minutes <= 60) return filled(gettext("in about {n} minutes"), { n: minutes });
  const hours = Math.round(minutes / 60);
  return filled(ngettext("in about an hour", "in about {n} hours", hours), { n: hours });
}

/** "a few seconds", "about 10 seconds", "about 2 minutes"; changes seldom, because a screen reader says it each time. */
export function about(seconds) {
  if (seconds <= 3) return gettext("a few seconds");
  if (seconds <= 60) return filled(gettext("about {n} seconds"), { n: Math.ceil(seconds / 5) * 5 });
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= 60) return filled(gettext("about {n} minutes"), { n: minutes });
  const hours = Math.round(minutes / 60);
  return filled(ngettext("about an hour", "about {n} hours", hours), { n: hours });
}
