// What textual.js leaves to the page: where the app is, who has the keys, copying where the
// browser forbids it, and files to save.
"use strict";

(() => {
  // Browsers let a page fill the clipboard only from this machine or over https.
  const ofBrowser = navigator.clipboard;

  async function copy(text) {
    try {
      await ofBrowser.writeText(text);
    } catch {
      offer(text);
    }
  }

  function offer(text) {
    const area = document.getElementById("copying-text");
    area.value = text;
    document.getElementById("copying").showModal();
    area.select();
  }

  // The terminal waits for what this returns, and breaks on a refusal: it gets neither.
  // Nothing here needs to read what a person has copied elsewhere.
  Object.defineProperty(navigator, "clipboard", {
    value: {
      writeText: (text) => {
        copy(text);
        return Promise.resolve();
      },
      readText: () => Promise.resolve(""),
    },
  });

  // textual.js opens a window for a file to be saved, which a browser may well block; a link
  // that is clicked saves it and opens nothing.
  const openWindow = window.open.bind(window);
  window.open = (url, ...how) => {
    if (!new URL(url, window.location.href).href.startsWith(`${window.location.origin}/download/`)) {
      return openWindow(url, ...how);
    }
    const link = document.createElement("a");
    link.href = url;
    link.download = "";
    link.click();
    return null;
  };

  function takeKeys() {
    document.querySelector(".xterm-helper-textarea")?.focus();
  }

  document.addEventListener("DOMContentLoaded", () => {
    const socket = new URL("/ws", window.location.href);
    socket.protocol = socket.protocol === "https:" ? "wss:" : "ws:";
    document.getElementById("terminal").dataset.sessionWebsocketUrl = socket.href;
    document.getElementById("again").addEventListener("click", () => window.location.reload());
    document.getElementById("copying").addEventListener("close", takeKeys);
  });
  window.addEventListener("load", () => setTimeout(takeKeys));
})();
