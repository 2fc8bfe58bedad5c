import { createInterface, type Interface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'

/**
 * Asks on a terminal or of piped lines, one line for each question: lines that came early wait for theirs.
 * Gives null once the input is at its end, or Ctrl-C was pressed. Between questions the input is not read, so
 * that the process can end.
 */
export function createAsk(input: Readable, output: Writable): (question: string) => Promise<string | null> {
  let lines: Interface | null = null
  let isClosed = false
  const early: string[] = []
  let answer: ((line: string | null) => void) | null = null

  const open = (): Interface => {
    const opened = createInterface({ input, output })
    opened.on('line', (line) => {
      const take = answer
      answer = null
      if (take) take(line)
      else early.push(line)
    })
    opened.on('close', () => {
      isClosed = true
      answer?.(null)
    })
    return opened
  }

  return async (question) => {
    const waiting = early.shift()
    if (waiting !== undefined) {
      output.write(`${question}${waiting}\n`)
      return waiting.trim()
    }
    if (isClosed || input.destroyed || input.readableEnded) return null
    lines ??= open()
    lines.setPrompt(question)
    lines.prompt()
    const line = await new Promise<string | null>((resolve) => {
      answer = resolve
    })
    lines.pause()
    return line === null ? null : line.trim()
  }
}
