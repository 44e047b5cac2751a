/** Styles of a page: the build turns the import into a file beside it, or into its one inline style. */
declare module "*.css" {}
