/** What stands around the tools of every page. */
import "../application-bar/application-bar.js";
import "../keep-health/keep-health.js";
import "./keep-notice.js";
