// Runs before the first paint, so that a dark page does not flash white. A file because the Content-Security-Policy
// allows no inline scripts. The key is the one that src/main.tsx gives to the theme.
;(function () {
  var scheme = null
  try {
    scheme = localStorage.getItem('nuclio-color-scheme')
  } catch {
    // Storage may be forbidden; the system's scheme then.
  }
  if (scheme !== 'light' && scheme !== 'dark')
    scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme)
})()
