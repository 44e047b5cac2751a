/** Parsed while building, by scripts/vite/fluent-messages.ts. */
declare module "*.ftl" {
  const messages: import("@fluent/bundle").FluentResource["body"];
  export default messages;
}
