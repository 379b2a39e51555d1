// What the theme's script does on a page of this guide, but for search: macros/slim/ puts this in
// its place, and the theme's own is fetched when the reader opens search. It then takes over all.
import { followKeys } from "./keys.js";
import { fetchAhead } from "./next-page.js";
import { openDetails } from "./details.js";
import { followReading } from "./reading.js";
import { searchOnDemand } from "./search-on-demand.js";

const { signal } = window.slim;
for (const start of [followKeys, followReading, openDetails, searchOnDemand]) start(signal);
fetchAhead();
