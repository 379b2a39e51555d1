// A plain script that runs before the theme's: Material 9.8 reads localStorage and sessionStorage
// without asking whether it may, and breaks where cookies are blocked (Chromium and Firefox throw,
// or Firefox gives null). There it gets a stand-in that forgets when the page closes.
for (const name of /** @type {const} */ (["localStorage", "sessionStorage"])) {
  try {
    window[name].getItem("");
  } catch {
    const values = new Map();
    Object.defineProperty(window, name, {
      value: {
        keepsNothing: true,
        get length() {
          return values.size;
        },
        key: (/** @type {number} */ index) => [...values.keys()][index] ?? null,
        getItem: (/** @type {string} */ key) => values.get(String(key)) ?? null,
        setItem: (/** @type {string} */ key, /** @type {string} */ value) =>
          void values.set(String(key), String(value)),
        removeItem: (/** @type {string} */ key) => void values.delete(String(key)),
        clear: () => values.clear(),
      },
    });
  }
}
