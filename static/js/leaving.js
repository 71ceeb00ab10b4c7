// Who logs out, or is gone, leaves nothing unsent in this browser.

import { dropDrafts } from "./drafts.js";

const form = document.querySelector("form[data-leaves]");
if (form) form.addEventListener("submit", () => dropDrafts());
else dropDrafts();
