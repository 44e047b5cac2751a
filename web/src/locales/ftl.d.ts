/** Compiled while building, by scripts/vite/fluent-messages.ts, for locales/bundle.ts. */
declare module "*.ftl" {
  const messages: string;
  export default messages;
}
