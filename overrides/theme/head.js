// Before everything else on a page: the stand-in for a blocked storage, and that scripts run.
import "../lib/storage-guard.js";

document.documentElement.className = "js";
