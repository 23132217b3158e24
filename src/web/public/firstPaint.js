// Before anything is drawn: the theme and language this browser chose last, so that no page flashes white or changes fonts.
// A file of its own because the security policy allows no inline script.
(function () {
  var root = document.documentElement;
  try {
    var theme = localStorage.getItem('vitalfew.theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    var locale = localStorage.getItem('vitalfew.locale');
    if (locale) root.lang = locale;
  } catch (_) {
    // Storage is switched off: the system's theme and language apply.
  }
})();
