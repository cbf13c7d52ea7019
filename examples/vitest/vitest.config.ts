import { kernts } from 'kernts/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({ plugins: [kernts()] });
