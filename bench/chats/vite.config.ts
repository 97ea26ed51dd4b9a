import tailwind from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react(), tailwind()],
  resolve: {
    // The built library, as an app would have it, on the React of this folder.
    alias: [
      {
        find: /^polylogue\/styles\.css$/,
        replacement: `${import.meta.dirname}/../../dist/styles.css`,
      },
      { find: /^polylogue$/, replacement: `${import.meta.dirname}/../../dist/index.js` },
    ],
    dedupe: ["react", "react-dom"],
  },
  build: { target: "esnext", chunkSizeWarningLimit: 5000 },
});
