// How long something takes, in words that stay true for a while.

/** "in 4 seconds", "in about 40 seconds", "in about 2 minutes". */
export function inWords(seconds) {
  const whole = Math.max(1, Math.ceil(seconds));
  if (whole <= 10) return whole === 1 ? "in a second" : `in ${whole} seconds`;
  if (whole <= 60) return `in about ${Math.ceil(whole / 10) * 10} seconds`;
  const minutes = Math.ceil(whole / 60);
  if (minutes <= 60) return `in about ${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours === 1 ? "in about an hour" : `in about ${hours} hours`;
}

/** "a few seconds", "about 10 seconds", "about 2 minutes"; changes seldom, because a screen reader says it each time. */
export function about(seconds) {
  if (seconds <= 3) return "a few seconds";
  if (seconds <= 60) return `about ${Math.ceil(seconds / 5) * 5} seconds`;
  return inWords(seconds).replace("in ", "");
}
