import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Command as Program } from 'commander'
import { describe, expect, test } from 'vitest'
import type { CliDeps } from '../../src/cli/cli-deps.ts'
import { registerCommands } from '../../src/cli/register-commands.ts'
import { COMMANDS } from '../../src/commands/index.ts'

const ROOT = new URL('../..', import.meta.url).pathname
const readme = readFileSync(`${ROOT}README.md`, 'utf8')

describe('the README', () => {
  test('promises the two commands that package.json has', () => {
    expect(readme).toContain('npm ci && npm start')
    expect(readme).toContain('npm ci && npm test')
  })

  test('names every setting of .env.example, and no other', () => {
    const settings = readFileSync(`${ROOT}.env.example`, 'utf8').matchAll(/^([A-Z_]+)=/gm)
    for (const [, name] of settings) expect(readme, name).toContain(`\`${name}\``)
  })

  test.each(COMMANDS.filter((command) => !command.hidden).map(({ slash }) => slash))('lists /%s', (slash) => {
    expect(readme).toContain(`/${slash}`)
  })

  test('lists every command of the operator', () => {
    const program = new Program()
    registerCommands(program, {} as CliDeps)
    for (const command of program.commands) expect(readme, command.name()).toContain(`\`${command.name()}`)
  })

  test('shows every room of src', () => {
    const rooms = readdirSync(`${ROOT}src`, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    for (const room of rooms.filter(({ name }) => name !== 'log'))
      expect(readme, room.name).toContain(`─ ${room.name}/`)
  })

  test('points at files that are there', () => {
    for (const [, path] of readme.matchAll(/`((?:domain|store|commands)\/[\w/-]+\.ts)`/g))
      expect(existsSync(`${ROOT}src/${path}`), path).toBe(true)
  })
})
