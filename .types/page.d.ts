/** What the build writes into the finished site's file of settings (macros/slim/): by page, so by key unknown. */
interface Window {
  guideSettings?: Record<string, any>;
}
