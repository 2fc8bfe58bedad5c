/** A part of a page: a heading with lines of label and value. */
export interface PageSection {
  title: string
  entries: { label: string; value: string }[][]
}

/** A page that reads well on a telephone and prints on A4. Everything is text: nothing in it can be run. */
export function makeDataPage(page: {
  title: string
  intro: string[]
  sections: readonly PageSection[]
  locale: 'vi' | 'en'
}): string {
  const sections = page.sections.map(({ title, entries }) => {
    const rows = entries.map(
      (lines) =>
        `<dl>${lines.map(({ label, value }) => `<dt>${text(label)}</dt><dd>${text(value)}</dd>`).join('')}</dl>`,
    )
    return `<section><h2>${text(title)}</h2>${rows.join('')}</section>`
  })
  return `<!doctype html>
<html lang="${page.locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(page.title)}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 1.5rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; border-bottom: 1px solid #999 }
dl { margin: .5rem 0; padding-bottom: .5rem; border-bottom: 1px dotted #ccc; break-inside: avoid }
dt { color: #555; font-size: .85rem } dd { margin: 0 0 .25rem; white-space: pre-wrap; overflow-wrap: anywhere }
@page { size: A4; margin: 2cm }
</style>
<h1>${text(page.title)}</h1>
${page.intro.map((line) => `<p>${text(line)}</p>`).join('\n')}
${sections.join('\n')}
</html>
`
}

function text(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
