import { defineConfig } from 'vitest/config'
import shared from '../vitest.config.ts'

// The quarter with kills takes minutes and runs by itself: `npm run test:quarter`.
export default defineConfig({ test: { ...shared.test, include: ['test/e2e/quarter.e2e.ts'] } })
