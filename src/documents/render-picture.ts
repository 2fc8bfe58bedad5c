import { createRequire } from 'node:module'
import { Resvg } from '@resvg/resvg-js'

const resolve = createRequire(import.meta.url).resolve

/**
 * Whole fonts: of a family that is split into subsets the drawing library takes one file and leaves the letters
 * of the others out without a word.
 */
export const FONT_FILES = ['400Regular/BeVietnamPro_400Regular.ttf', '700Bold/BeVietnamPro_700Bold.ttf'].map(
  (file) => resolve(`@expo-google-fonts/be-vietnam-pro/${file}`),
)

/** An SVG as PNG, the same on every machine: no font of the system is looked at. */
export function renderPicture(svg: string): Buffer {
  const drawn = new Resvg(svg, {
    font: { fontFiles: FONT_FILES, loadSystemFonts: false, defaultFontFamily: 'Be Vietnam Pro' },
  })
  return drawn.render().asPng()
}
