// What the page around the text does, in the finished site and on `serve`.
import { giveNextColours } from "./colours.js";
import { makeRoomForKeyboard } from "./doors.js";
import { closeMenu } from "./menu.js";
import { sendOn } from "./moved.js";
import { printOnDemand } from "./print.js";

const parts = [closeMenu, giveNextColours, makeRoomForKeyboard, printOnDemand, sendOn];
for (const start of parts) start();
