import { NextStep } from "./day.js";

customElements.define("next-step", NextStep);
