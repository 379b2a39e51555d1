// What the theme's script does on a page of this guide: macros/slim/ puts this in its place.
import { followKeys } from "./keys.js";
import { fetchAhead } from "./next-page.js";
import { openDetails } from "./details.js";
import { followReading } from "./reading.js";

for (const start of [followKeys, followReading, openDetails, fetchAhead]) start();
