/** What the build says to scripts, and what they find only in some browsers. */
interface Window {
  /** By page, and so by key, unknown (macros/slim/). */
  guideSettings?: Record<string, any>;
  /** From overrides/shell/first.js. */
  palette: {
    key: string;
    inputs: HTMLInputElement[];
    coloursOf: (input: HTMLInputElement) => Record<string, string>;
    show: (chosen?: HTMLInputElement) => void;
  };
}

interface Navigator {
  connection?: { saveData: boolean };
}

/** The path of the site. */
declare const SCOPE: string;
