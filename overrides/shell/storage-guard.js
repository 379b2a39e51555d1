// A plain script that runs before the theme's: Material 9.8 reads localStorage and sessionStorage
// without asking whether it may, and breaks where cookies are blocked (Chromium and Firefox throw,
// or Firefox gives null). There it gets a stand-in that forgets when the page closes.
for (const name of ["localStorage", "sessionStorage"]) {
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
        key: (index) => [...values.keys()][index] ?? null,
        getItem: (key) => values.get(String(key)) ?? null,
        setItem: (key, value) => void values.set(String(key), String(value)),
        removeItem: (key) => void values.delete(String(key)),
        clear: () => values.clear(),
      },
    });
  }
}
