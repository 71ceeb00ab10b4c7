// Where no time zone was chosen yet, the browser's is put into the field; it is kept with the form, like all else there.

const field = document.querySelector("[data-time-zone]");
if (field && !field.value) field.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
