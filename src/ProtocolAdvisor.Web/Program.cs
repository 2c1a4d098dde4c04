var app = WebApplication.CreateSlimBuilder(args).Build();
app.Run();

/// <summary>The web host's entry point; public so that tests can start it.</summary>
public partial class Program;
