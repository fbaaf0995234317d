// Draws every chart once the page's font is there: Vega measures its text, and would measure another font before.
document.fonts.load('12px "Noto Sans SC"', "\u76ee").finally(() => {
  for (const place of document.querySelectorAll("[data-chart]")) {
    const spec = JSON.parse(document.getElementById(place.dataset.chart).textContent);
    vegaEmbed(place, spec, { mode: "vega-lite", renderer: "svg", actions: false, ast: true });
  }
});
