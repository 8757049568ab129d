// Small helps on top of pages that work without them.
(function () {
  'use strict';

  /** Each part of a page once: the whole when it is opened, its content when that is exchanged. */
  function ready(part) {

    // After a form came back with faults, or was taken, start there.
    var summary = part.querySelector('[data-focus]');
    if (summary) {
      summary.focus();
    }

    // A page that is there to be filled in begins at its first field.
    var start = part.querySelector('form[data-start]');
    if (start && !summary) {
      document.getElementById(start.dataset.start).focus();
    }

    // A page that is there to be printed.
    part.querySelectorAll('[data-print]').forEach(function (button) {
      button.hidden = false;
      button.addEventListener('click', function () {
        window.print();
      });
    });

    // A form that records something is sent once, however often the button is pressed.
    part.querySelectorAll('form[data-once]').forEach(function (form) {
      form.addEventListener('submit', function (event) {
        // Looking at a document first records nothing, and leaves the page where it is.
        if (event.submitter && event.submitter.hasAttribute('data-looks')) {
          return;
        }
        if (form.dataset.sent) {
          event.preventDefault();
          event.stopImmediatePropagation();
          return;
        }
        form.dataset.sent = 'true';
        form.querySelectorAll('button[type=submit]').forEach(function (button) {
          button.setAttribute('aria-disabled', 'true');
        });
      });
    });

    // Files can be dropped on the field.
    part.querySelectorAll('.drop').forEach(function (zone) {
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

    // A chart as a picture, twice as large as on the page.
    part.querySelectorAll('[data-png]').forEach(function (button) {
      button.hidden = false;
      button.addEventListener('click', function () {
        var svg = button.closest('.chart').querySelector('svg');
        var width = svg.viewBox.baseVal.width * 2;
        var height = svg.viewBox.baseVal.height * 2;
        var copy = svg.cloneNode(true);
        copy.setAttribute('width', width);
        copy.setAttribute('height', height);
        var image = new Image();
        image.addEventListener('load', function () {
          var canvas = document.createElement('canvas');
          canvas.width = width;
          canvas.height = height;
          var paper = canvas.getContext('2d');
          paper.fillStyle = '#fff';
          paper.fillRect(0, 0, width, height);
          paper.drawImage(image, 0, 0, width, height);
          var link = document.createElement('a');
          link.download = button.dataset.name;
          link.href = canvas.toDataURL('image/png');
          link.click();
        });
        image.src = 'data:image/svg+xml;charset=utf-8,'
          + encodeURIComponent(new XMLSerializer().serializeToString(copy));
      });
    });
  }

  function release(form) {
    delete form.dataset.sent;
    form.querySelectorAll('button[aria-disabled]').forEach(function (button) {
      button.removeAttribute('aria-disabled');
    });
  }

  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-sent]').forEach(release);
  });

  // A file is seen on its way. What comes back is the page of what became of it, or this page with its faults.
  function sending(form, words, share) {
    var percent = Math.floor(share * 100);
    form.querySelector('.sending').hidden = false;
    form.querySelector('.sending-words').textContent = words;
    form.querySelector('.sending progress').value = percent;
    form.querySelector('.sending-percent').textContent = percent + '%';
  }

  document.addEventListener('htmx:beforeRequest', function (event) {
    if (event.target.matches('form[data-sends]')) {
      sending(event.target, '正在发送文件', 0);
    }
  });
  document.addEventListener('htmx:xhr:progress', function (event) {
    var form = event.target;
    var arrived = form.matches('form[data-sends]') && form.querySelector('.sending progress').value === 100;
    if (form.matches('form[data-sends]') && !arrived && event.detail.lengthComputable) {
      var share = event.detail.loaded / event.detail.total;
      sending(form, share < 1 ? '正在发送文件' : '文件已经送到，正在打开这次导入', share);
    }
  });
  document.addEventListener('htmx:sendError', function (event) {
    if (event.target.matches('form[data-sends]')) {
      sending(event.target, '文件没有送到，没有登记任何内容。请检查网络后再试一次', 0);
      release(event.target);
    }
  });
  document.addEventListener('htmx:beforeSwap', function (event) {
    var form = event.detail.requestConfig.elt;
    if (form.matches('form[data-sends]')) {
      var answered = new URL(event.detail.xhr.responseURL);
      event.detail.shouldSwap = answered.pathname === new URL(form.action).pathname;
      event.detail.isError = false;
      if (!event.detail.shouldSwap) {
        window.location.assign(answered.href);
      }
    }
  });
  document.addEventListener('htmx:afterSettle', function (event) {
    var main = document.querySelector('main');
    if (event.detail.requestConfig.elt.matches('form[data-sends]') && !main.dataset.ready) {
      main.dataset.ready = 'true';
      ready(main);
    }
  });

  ready(document);
})();
