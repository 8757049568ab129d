// Small helps on top of pages that work without them.
(function () {
  'use strict';

  // After a form came back with faults, start there.
  var summary = document.querySelector('[data-focus]');
  if (summary) {
    summary.focus();
  }

  // A page that is there to be filled in begins at its first field.
  var start = document.querySelector('form[data-start]');
  if (start && !summary) {
    document.getElementById(start.dataset.start).focus();
  }

  // A page that is there to be printed.
  document.querySelectorAll('[data-print]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () {
      window.print();
    });
  });

  // A form that records something is sent once, however often the button is pressed.
  document.querySelectorAll('form[data-once]').forEach(function (form) {
    form.addEventListener('submit', function (event) {
      // Looking at a document first records nothing, and leaves the page where it is.
      if (event.submitter && event.submitter.hasAttribute('data-looks')) {
        return;
      }
      if (form.dataset.sent) {
        event.preventDefault();
        return;
      }
      form.dataset.sent = 'true';
      form.querySelectorAll('button[type=submit]').forEach(function (button) {
        button.setAttribute('aria-disabled', 'true');
      });
    });
  });
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-sent]').forEach(function (form) {
      delete form.dataset.sent;
      form.querySelectorAll('button[aria-disabled]').forEach(function (button) {
        button.removeAttribute('aria-disabled');
      });
    });
  });

  document.querySelectorAll('[data-print]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () {
      window.print();
    });
  });

  // Files can be dropped on the field.
  document.querySelectorAll('.drop').forEach(function (zone) {
    var input = zone.querySelector('input[type=file]');
    ['dragenter', 'dragover'].forEach(function (name) {
      zone.addEventListener(name, function (event) {
        event.preventDefault();
        zone.classList.add('drop-over');
      });
    });
    ['dragleave', 'drop'].forEach(function (name) {
      zone.addEventListener(name, function (event) {
        event.preventDefault();
        zone.classList.remove('drop-over');
      });
    });
    zone.addEventListener('drop', function (event) {
      if (event.dataTransfer && (event.dataTransfer.files.length === 1 || input.multiple)) {
        input.files = event.dataTransfer.files;
      }
    });
  });
})();
