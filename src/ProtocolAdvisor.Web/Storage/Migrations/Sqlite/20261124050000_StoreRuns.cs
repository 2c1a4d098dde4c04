using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProtocolAdvisor.Web.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StoreRuns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Reports in one language cannot be made into runs. They would have been gone within a week.
            migrationBuilder.Sql("DELETE FROM Reports");

            migrationBuilder.RenameColumn(
                name: "Json",
                table: "Reports",
                newName: "Run");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DELETE FROM Reports");

            migrationBuilder.RenameColumn(
                name: "Run",
                table: "Reports",
                newName: "Json");
        }
    }
}
